import type { KeyboardEvent } from 'react';

/** What Enter does in a field, instead of submitting the form: once for each press, and never for one that ends a composition. */
export function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    // 229: Safari reports the Enter that ends a composition after it has ended.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (!event.repeat) act();
  };
}
