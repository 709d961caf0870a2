/** What a keystroke costs at least. */
export default function Bare() {
  return <input type="tel" aria-label="Bare" />;
}
