export default function TechnologyPage() {
  return <h1>Technology</h1>
}
