import { cssZoomOf } from './cssZoom.ts';

/** As in styles.css. */
const WIDTH = 360;
const HEIGHT = 380;
/** With less, a list may rather cover what it belongs to. */
const LEAST_HEIGHT = 200;
const GAP = 4;
const MARGIN = 5;

/** Tells a popup's style where below or above an element there is room for it, whatever moves. Returns what ends that. */
export function placeBeside(popup: HTMLElement, anchor: HTMLElement): () => void {
  const view = anchor.ownerDocument.defaultView ?? window;

  function place() {
    const zoom = cssZoomOf(anchor);
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { offsetTop = 0, height: inSight = view.innerHeight } = view.visualViewport ?? {};
    const below = offsetTop + inSight - MARGIN - (bottom + GAP);
    const above = top - GAP - (offsetTop + MARGIN);
    const isBelow = below >= Math.min(HEIGHT * zoom, above);
    const room = Math.max(isBelow ? below : above, LEAST_HEIGHT * zoom);
    const height = Math.min(HEIGHT * zoom, room, inSight - 2 * MARGIN);
    const wanted = isBelow ? bottom + GAP : top - GAP - height;
    const { clientWidth } = anchor.ownerDocument.documentElement;
    set('left', clamp(left, MARGIN, clientWidth - MARGIN - WIDTH * zoom) / zoom);
    set('top', clamp(wanted, offsetTop + MARGIN, offsetTop + inSight - MARGIN - height) / zoom);
    set('height', height / zoom);
  }

  function set(name: string, px: number) {
    popup.style.setProperty(`--genauth-popup-${name}`, `${px}px`);
  }

  function onScroll({ target }: Event) {
    if (!popup.contains(target as Node)) place();
  }

  place();
  const ending = new AbortController();
  const { signal } = ending;
  // What scrolls in a shadow root is not heard of outside.
  for (const root of [anchor.ownerDocument, anchor.getRootNode()]) {
    root.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  }
  view.addEventListener('resize', place, { signal });
  view.visualViewport?.addEventListener('resize', place, { signal });
  view.visualViewport?.addEventListener('scroll', place, { signal });
  // What comes or goes above it makes the page longer or shorter.
  const observer = globalThis.ResizeObserver && new ResizeObserver(place);
  observer?.observe(anchor.ownerDocument.body);
  observer?.observe(anchor);
  return () => {
    ending.abort();
    observer?.disconnect();
  };
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));
