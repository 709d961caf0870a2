import type { KeyboardEvent } from 'react';
import { isComposed } from './isComposed.ts';

/** What Enter does in a field, instead of submitting the form: once for each press, and never for one that ends a composition. */
export function onEnter(act: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposed(event.nativeEvent)) return;
    event.preventDefault();
    if (!event.repeat) act();
  };
}
