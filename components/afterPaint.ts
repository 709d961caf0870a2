/** Some frames. To wait for a frame itself would be one more callback in it, with every key. */
const PAINTED_MS = 50;
const GESTURES = ['pointerdown', 'keydown'] as const;

/**
 * Calls back, once however often it is asked, when the browser will have painted what stands in the page by then; sooner
 * before the next gesture, which must not find what was true before this one.
 */
export function afterPaint(callback: () => void): { ask: () => void; callOff: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function callOff() {
    clearTimeout(timer);
    timer = undefined;
    for (const type of GESTURES) removeEventListener(type, call, true);
  }
  function call() {
    callOff();
    callback();
  }
  return {
    ask() {
      if (timer !== undefined) return;
      timer = setTimeout(call, PAINTED_MS);
      for (const type of GESTURES) addEventListener(type, call, true);
    },
    callOff,
  };
}
