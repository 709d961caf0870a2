/** As in styles.css. */
const WIDTH = 360;
const HEIGHT = 380;
/** With less, a list may rather cover what it belongs to. */
const LEAST_HEIGHT = 200;
const GAP = 4;
const MARGIN = 5;

/** Tells a popup's style where below or above an element there is room for it, whatever moves. Returns what ends that. */
export function placeBeside(popup: HTMLElement, anchor: HTMLElement): () => void {
  function place() {
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { offsetTop = 0, height: inSight = innerHeight } = window.visualViewport ?? {};
    const below = offsetTop + inSight - MARGIN - (bottom + GAP);
    const above = top - GAP - (offsetTop + MARGIN);
    const isBelow = below >= Math.min(HEIGHT, above);
    const room = Math.max(isBelow ? below : above, LEAST_HEIGHT);
    const height = Math.min(HEIGHT, room, inSight - 2 * MARGIN);
    const wanted = isBelow ? bottom + GAP : top - GAP - height;
    const { clientWidth } = document.documentElement;
    set('left', clamp(left, MARGIN, clientWidth - MARGIN - WIDTH));
    set('top', clamp(wanted, offsetTop + MARGIN, offsetTop + inSight - MARGIN - height));
    set('height', height);
  }

  function set(name: string, px: number) {
    popup.style.setProperty(`--genauth-popup-${name}`, `${px}px`);
  }

  function onScroll({ target }: Event) {
    if (!(target instanceof Node && popup.contains(target))) place();
  }

  place();
  const ending = new AbortController();
  const { signal } = ending;
  // What scrolls in a shadow root is not heard of outside.
  for (const root of [document, anchor.getRootNode()]) {
    root.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  }
  addEventListener('resize', place, { signal });
  window.visualViewport?.addEventListener('resize', place, { signal });
  window.visualViewport?.addEventListener('scroll', place, { signal });
  return () => ending.abort();
}

const clamp = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most));
