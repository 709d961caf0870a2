import { type ClipboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FormValues } from '../src/account/contact.ts';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { type Caret, countLeft } from '../src/phone/caret.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import type { ControlProps } from './Field.tsx';
import { onEnter } from './onEnter.ts';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { whenIdle } from './whenIdle.ts';

export interface PhoneInputProps {
  controlProps: ControlProps;
  form: UseFormReturn<FormValues>;
  /** What the form keeps now. */
  latest: () => TypedPhone;
  onChange: (value: TypedPhone) => void;
  onBlur: () => void;
  /** Enter was pressed. */
  onSubmit: () => void;
  /** A letter was typed where it means nothing; it was left out. */
  onLetter: () => void;
}

// Android's keyboards compose everything that is typed; elsewhere a composition is an unfinished character.
const composesEverything = () => /android/i.test(navigator.userAgent);

/**
 * The number: digits are what is kept, their groups are a view, and the caret stays where the person put it.
 * Written into the element by hand: a digit is painted before anything is rendered for it, and no attribute copies it.
 */
export function PhoneInput({
  controlProps,
  form,
  latest,
  onChange,
  onBlur,
  onSubmit,
  onLetter,
}: PhoneInputProps) {
  const engine = useLazyModule(phoneEngineModule);
  const flow = useLazyModule(phoneFlowModule);
  const element = useRef<HTMLInputElement | null>(null);
  const shown = useRef('');
  const caret = useRef<Caret>({ count: 0, beforeNext: false });
  // What an input method shows while it composes is its own; formatting it would multiply the digits.
  const isComposing = useRef(false);
  const isMounted = useRef(false);

  // Heard at the element itself: on its way to React's root an event takes longer than reading a digit.
  const hear = useRef((_event: Event) => {});
  useLayoutEffect(() => {
    const input = element.current;
    const heard = (event: Event) => hear.current(event);
    // Some password managers fill a field with a `change` alone.
    const types = ['input', 'change'];
    for (const type of types) input?.addEventListener(type, heard);
    return () => {
      for (const type of types) input?.removeEventListener(type, heard);
    };
  }, []);

  // Also what others change in the form is shown without a render.
  const showLatest = useRef(() => {});
  useLayoutEffect(() => {
    const callback = () => showLatest.current();
    return form.subscribe({ name: 'phone', formState: { values: true }, callback });
  }, [form]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed before the code that reads it is read when that arrives
  useLayoutEffect(() => {
    if (flow && element.current?.value && !isComposing.current) edit(element.current);
  }, [flow]);

  useLayoutEffect(() => {
    hear.current = (event) => {
      const input = element.current;
      if (!input || isComposing.current) return;
      // Leaving the field, or sending, tells again what was heard digit by digit.
      if (input.value === shown.current) return;
      edit(input, (event as InputEvent).inputType);
    };
    showLatest.current = () => {
      const input = element.current;
      if (input && !isComposing.current && input.value !== viewOf(latest())) show(input);
    };
    // What a browser fills into a page from a server comes before there is anybody to hear of it.
    if (!isMounted.current && element.current?.value) edit(element.current);
    else showLatest.current();
    isMounted.current = true;
  });

  // The first digits in a country take longest: a browser with nothing else to do has read some before.
  const { country } = latest();
  useEffect(
    () =>
      whenIdle(() => {
        flow?.editPhone({ text: '1', country }, { text: '10', position: 2 }, engine);
      }),
    [flow, engine, country],
  );

  function viewOf(value: TypedPhone): string {
    return flow?.viewOf(value, engine) ?? value.text;
  }

  function show(input: HTMLInputElement) {
    const view = viewOf(latest());
    shown.current = view;
    if (input.value !== view) input.value = view;
    // Setting a selection would take the focus on iOS.
    if (!flow || !input.matches(':focus')) return;
    const position = flow.positionAfter(view, caret.current);
    input.setSelectionRange(position, position);
  }

  function edit(input: HTMLInputElement, inputType?: string) {
    const value = latest();
    const position = input.selectionStart ?? input.value.length;
    // What is typed before the code that reads it has arrived is read then.
    if (!flow) {
      caret.current = { count: countLeft(input.value, position), beforeNext: false };
      shown.current = input.value;
      return onChange({ ...value, text: input.value });
    }
    const edited = flow.editPhone(value, { text: input.value, position, inputType }, engine);
    if (edited) {
      caret.current = edited.caret;
      onChange(edited.value);
    } else onLetter();
    show(input);
  }

  function copyWhole(event: ClipboardEvent<HTMLInputElement>): boolean {
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    const value = latest();
    const phone = flow?.readPhone(value.text, value.country, engine).phone;
    if (!phone || text === '' || selectionStart !== 0 || selectionEnd !== text.length) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', phone.e164);
    return true;
  }

  return (
    <input
      {...controlProps}
      ref={element}
      className="genauth-input"
      name="phone"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      onFocus={phoneFlowModule.warmUp}
      onBlur={onBlur}
      onCompositionStart={() => {
        isComposing.current = !composesEverything();
      }}
      onCompositionEnd={({ currentTarget: input }) => {
        isComposing.current = false;
        edit(input);
      }}
      onSelect={({ currentTarget: input }) => {
        const count = countLeft(input.value, input.selectionStart ?? 0);
        if (count !== caret.current.count) caret.current = { count, beforeNext: false };
      }}
      onCopy={copyWhole}
      onCut={(event) => {
        if (!copyWhole(event)) return;
        onChange({ ...latest(), text: '' });
        show(event.currentTarget);
      }}
      onKeyDown={onEnter(onSubmit)}
    />
  );
}
