export default function MethodPage() {
  return <h1>How this scan works</h1>
}
