import type { Messages } from '../i18n/en.ts';

/** Completes messages by those of which English has a part in a module of its own; what a catalogue lacks is said in English. */
export function completedBy<Part>(english: Part): (messages: Messages) => Messages & Part {
  const complete = new WeakMap<Messages, Messages & Part>();
  return (messages) => {
    const known = complete.get(messages) ?? { ...english, ...messages };
    complete.set(messages, known);
    return known;
  };
}
