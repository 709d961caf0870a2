/** Some frames. To wait for a frame itself would be one more callback in it, with every key. */
const PAINTED_MS = 50;

/** Calls back, once however often it is asked, when the browser will have painted what stands in the page by then. */
export function afterPaint(callback: () => void): { ask: () => void; callOff: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        callback();
      }, PAINTED_MS);
    },
    callOff() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
