export default function MyAnswersPage() {
  return <h1>My answers</h1>
}
