import { cssZoomOf } from './cssZoom.ts';

/** Tells an element's style what part of the page the keyboard of a phone leaves. Returns what ends that. */
export function followViewport(element: HTMLElement): () => void {
  const viewport = element.ownerDocument.defaultView?.visualViewport;
  if (!viewport) return () => undefined;
  const follow = () => {
    const zoom = cssZoomOf(element.parentElement);
    element.style.setProperty('--genauth-viewport-top', `${viewport.offsetTop / zoom}px`);
    element.style.setProperty('--genauth-viewport-height', `${viewport.height / zoom}px`);
  };
  follow();
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  return () => {
    viewport.removeEventListener('resize', follow);
    viewport.removeEventListener('scroll', follow);
  };
}
