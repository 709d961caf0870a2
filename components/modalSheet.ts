/** Tells screen readers that nothing else can be seen as long as the list covers the screen (ARIA 1.2, aria-modal). Returns what ends that. */
export function modalSheet(popup: HTMLElement): () => void {
  // As in styles.css.
  const sheet = popup.ownerDocument.defaultView?.matchMedia?.('(width < 640px)');
  if (!sheet) return () => undefined;
  const tell = () => popup.setAttribute('aria-modal', `${sheet.matches}`);
  tell();
  sheet.addEventListener('change', tell);
  return () => sheet.removeEventListener('change', tell);
}
