/// <reference types="vite/client" />
import styles from '../../components/styles.css?inline';
import host from './host.css?inline';

let sheets: CSSStyleSheet[] | undefined;

/** Shared by all elements of the page. Constructed: a policy without inline styles has nothing against them. */
export function styleSheets(): CSSStyleSheet[] {
  sheets ??= [host, styles].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
