/** One to five steps of which some are filled, for a rating beside its word. */
export function Meter({ value }: { value: number }) {
  return (
    <span className="meter" aria-hidden>
      {[1, 2, 3, 4, 5].map((step) => (
        <span key={step} className={step <= Math.round(value) ? "is-full" : ""} />
      ))}
    </span>
  );
}
