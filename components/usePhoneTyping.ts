import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../src/account/contact.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { arrivedAtOnce } from '../src/phone/arrivedAtOnce.ts';
import type { Caret } from '../src/phone/caret.ts';
import type { EditHistory } from '../src/phone/editHistory.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import { composesEverything } from './composesEverything.ts';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { useStable } from './useStable.ts';
import { whenIdle } from './whenIdle.ts';

export interface PhoneTypingProps {
  form: UseFormReturn<FormValues>;
  /** What the form keeps now. */
  latest: () => TypedPhone;
  onChange: (value: TypedPhone, arrivedAtOnce: boolean) => void;
  /** A letter was typed where it means nothing; it was left out. */
  onLetter: () => void;
}

export interface PhoneTyping {
  element: RefObject<HTMLInputElement | null>;
  empty: () => void;
  undo: () => void;
  redo: () => void;
  /** The field was left. */
  left: () => void;
  compositionStarted: () => void;
  compositionEnded: () => void;
}

/**
 * Between the form and the number's element: digits are what is kept, their groups are a view written into the element
 * by hand, so that a digit is painted before anything is rendered for it.
 */
export function usePhoneTyping({
  form,
  latest,
  onChange,
  onLetter,
}: PhoneTypingProps): PhoneTyping {
  const engine = useLazyModule(phoneEngineModule);
  const flow = useLazyModule(phoneFlowModule);
  const element = useRef<HTMLInputElement | null>(null);
  const shown = useRef('');
  const caret = useRef<Caret>({ count: 0, beforeNext: false });
  // What an input method shows while it composes is its own; formatting it would multiply the digits.
  const isComposing = useRef(false);
  const isEditing = useRef(false);
  const isMounted = useRef(false);
  const history = useRef<EditHistory>(undefined);

  // Heard at the element itself: on its way to React's root an event takes longer than reading a digit.
  const hear = useStable((event: Event) => {
    const input = element.current;
    if (!input || isComposing.current) return;
    // Leaving the field, or sending, tells again what was heard digit by digit.
    if (input.value === shown.current) return;
    const { inputType } = event as InputEvent;
    if (inputType === 'historyUndo') travel('undo');
    else if (inputType === 'historyRedo') travel('redo');
    else edit(input, inputType);
  });
  useLayoutEffect(() => {
    const input = element.current;
    // Some password managers fill a field with a `change` alone.
    const types = ['input', 'change'];
    for (const type of types) input?.addEventListener(type, hear);
    return () => {
      for (const type of types) input?.removeEventListener(type, hear);
    };
  }, [hear]);

  // Also what others change in the form is shown without a render.
  const showLatest = useStable(() => {
    const input = element.current;
    if (!input || isComposing.current || isEditing.current || input.value === view()) return;
    // The person may have put the caret elsewhere since the last edit.
    const count = countLeft(input.value, input.selectionStart);
    if (count !== caret.current.count) caret.current = { count, beforeNext: false };
    show(input, countSelected(input));
  });
  useLayoutEffect(
    () => form.subscribe({ name: 'phone', formState: { values: true }, callback: showLatest }),
    [form, showLatest],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed before the code that reads it is read when that arrives
  useLayoutEffect(() => {
    if (flow && element.current?.value && !isComposing.current) edit(element.current);
  }, [flow]);

  useLayoutEffect(() => {
    // What a browser fills into a page from a server comes before there is anybody to hear of it.
    if (!isMounted.current && element.current?.value) edit(element.current);
    else showLatest();
    isMounted.current = true;
  });

  // The first digits in a country take longest: a browser with nothing else to do has read some before.
  const { country } = latest();
  useEffect(() => whenIdle(() => flow?.rehearse(country, engine)), [flow, engine, country]);

  function countLeft(text: string, position: number | null): number {
    return flow?.countLeft(text, position ?? 0) ?? 0;
  }

  function countSelected({ value, selectionStart, selectionEnd }: HTMLInputElement): number {
    return countLeft(value, selectionEnd) - countLeft(value, selectionStart);
  }

  function view(): string {
    const value = latest();
    return flow?.viewOf(value, engine) ?? value.text;
  }

  /** `selected` counts digits behind the caret. */
  function show(input: HTMLInputElement, selected: number) {
    const text = view();
    shown.current = text;
    // What stands there already has the browser's own caret in it, or selection.
    if (input.value === text) return;
    input.value = text;
    // Setting a selection would take the focus on iOS.
    if (!flow || !input.matches(':focus')) return;
    const { count, beforeNext } = caret.current;
    const start = flow.positionAfter(text, caret.current);
    const end = selected
      ? flow.positionAfter(text, { count: count + selected, beforeNext })
      : start;
    input.setSelectionRange(start, end);
  }

  function edit(input: HTMLInputElement, inputType?: string) {
    const before = latest();
    const position = input.selectionStart ?? input.value.length;
    // What is typed before the code that reads it has arrived is read then.
    if (!flow) {
      shown.current = input.value;
      return change({ ...before, text: input.value }, inputType);
    }
    const edited = flow.editPhone(before, { text: input.value, position, inputType }, engine);
    caret.current = edited.caret;
    enter(() => (edited.value === before ? onLetter() : change(edited.value, inputType)));
    // What is dragged within the field is about to be dropped, where the browser measured it.
    if (inputType === 'deleteByDrag') shown.current = input.value;
    else show(input, inputType === 'insertText' ? 0 : countSelected(input));
  }

  /** What changes the form here is shown here, once. */
  function enter(edited: () => void) {
    isEditing.current = true;
    try {
      edited();
    } finally {
      isEditing.current = false;
    }
  }

  function travel(direction: 'undo' | 'redo') {
    const input = element.current;
    if (!input || isComposing.current) return;
    const now = latest();
    const value = history.current?.[direction](now);
    if (value && flow) {
      const count = countLeft(value.text, flow.endOfChange(value.text, now.text));
      caret.current = { count, beforeNext: false };
      enter(() => onChange(value, false));
    }
    show(input, 0);
  }

  function change(after: TypedPhone, inputType?: string) {
    const before = latest();
    history.current ??= flow?.createEditHistory();
    history.current?.note({ before, after }, inputType === 'insertText');
    const isDeletion = inputType?.startsWith('delete');
    onChange(after, !isDeletion && arrivedAtOnce(before.text, after.text));
  }

  return {
    element,
    empty() {
      change({ ...latest(), text: '' });
      if (element.current) show(element.current, 0);
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    left: () => history.current?.pause(),
    compositionStarted() {
      isComposing.current = !composesEverything();
    },
    compositionEnded() {
      isComposing.current = false;
      if (element.current) edit(element.current);
    },
  };
}
