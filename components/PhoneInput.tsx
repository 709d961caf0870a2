import { type ClipboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useLazyModule } from '../src/account/useLazyModule.ts';
import { type Caret, countLeft } from '../src/phone/caret.ts';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { TypedPhone } from '../src/phone/typedPhone.ts';
import type { ControlProps } from './Field.tsx';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { withoutMirror } from './withoutMirror.ts';

export interface PhoneInputProps {
  controlProps: ControlProps;
  value: TypedPhone;
  onChange: (value: TypedPhone) => void;
  onBlur: () => void;
  onEnter: () => void;
  /** A letter was typed where it means nothing; it was left out. */
  onLetter: () => void;
  inputRef: (node: HTMLInputElement | null) => void;
}

// Android's keyboards compose everything that is typed; elsewhere a composition is an unfinished character.
const composesEverything = () => /android/i.test(navigator.userAgent);

/** The number: digits are what is kept, their groups are a view, and the caret stays where the person put it. */
export function PhoneInput({
  controlProps,
  value,
  onChange,
  onBlur,
  onEnter,
  onLetter,
  inputRef,
}: PhoneInputProps) {
  const engine = useLazyModule(phoneEngineModule);
  const flow = useLazyModule(phoneFlowModule);
  const view = flow?.viewOf(value, engine) ?? value.text;
  // What an input method shows while it composes; formatting it would multiply the digits.
  const [draft, setDraft] = useState<string>();
  const element = useRef<HTMLInputElement | null>(null);
  const caret = useRef<Caret>({ count: 0, beforeNext: false });
  // Counted because React puts a refused text back, and with it the caret at the end.
  const [edits, setEdits] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit puts the caret back, also one that changed nothing
  useLayoutEffect(() => {
    const input = element.current;
    // Setting a selection would take the focus on iOS.
    if (!flow || !input?.matches(':focus') || draft !== undefined) return;
    const position = flow.positionAfter(view, caret.current);
    input.setSelectionRange(position, position);
  }, [flow, view, draft, edits]);

  function edit(input: HTMLInputElement, inputType?: string) {
    setEdits((count) => count + 1);
    const position = input.selectionStart ?? input.value.length;
    // What is typed before the code that reads it has arrived is read with the next edit, or when it is sent.
    if (!flow) {
      caret.current = { count: countLeft(input.value, position), beforeNext: false };
      return onChange({ ...value, text: input.value });
    }
    const edited = flow.editPhone(value, { text: input.value, position, inputType }, engine);
    if (!edited) return onLetter();
    caret.current = edited.caret;
    onChange(edited.value);
  }

  function copyWhole(event: ClipboardEvent<HTMLInputElement>): boolean {
    const { selectionStart, selectionEnd, value: text } = event.currentTarget;
    const phone = flow?.readPhone(value.text, value.country, engine).phone;
    if (!phone || text === '' || selectionStart !== 0 || selectionEnd !== text.length) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', phone.e164);
    return true;
  }

  return (
    <input
      {...controlProps}
      ref={withoutMirror((node) => {
        element.current = node;
        inputRef(node);
      })}
      className="genauth-input"
      name="phone"
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      value={draft ?? view}
      onFocus={phoneFlowModule.warmUp}
      onBlur={onBlur}
      onCompositionStart={(event) => {
        if (!composesEverything()) setDraft(event.currentTarget.value);
      }}
      onCompositionEnd={({ currentTarget: input }) => {
        setDraft(undefined);
        edit(input);
      }}
      onChange={({ currentTarget: input, nativeEvent }) => {
        const { isComposing, inputType } = nativeEvent as InputEvent;
        if (isComposing && !composesEverything()) setDraft(input.value);
        else edit(input, inputType);
      }}
      onSelect={({ currentTarget: input }) => {
        const count = countLeft(input.value, input.selectionStart ?? 0);
        if (count !== caret.current.count) caret.current = { count, beforeNext: false };
      }}
      onCopy={copyWhole}
      onCut={(event) => {
        if (copyWhole(event)) onChange({ ...value, text: '' });
      }}
      onKeyDown={(event) => {
        // 229: Safari reports the Enter that ends a composition after it has ended.
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
        event.preventDefault();
        if (!event.repeat) onEnter();
      }}
    />
  );
}
