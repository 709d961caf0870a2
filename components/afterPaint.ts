/** Calls back, once however often it is asked, when the browser has painted what stands in the page by then. */
export function afterPaint(callback: () => void): { ask: () => void; callOff: () => void } {
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask() {
      frame ??= requestAnimationFrame(() => {
        timer = setTimeout(() => {
          frame = undefined;
          callback();
        });
      });
    },
    callOff() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}
