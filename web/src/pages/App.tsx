/** The frame around every page. */
export function App() {
  return (
    <main>
      <h1>Footfall</h1>
    </main>
  );
}
