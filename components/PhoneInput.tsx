import type { ClipboardEvent, KeyboardEvent } from 'react';
import { phoneEngineModule } from '../src/phone/phoneEngine.ts';
import type { ControlProps } from './Field.tsx';
import { onEnter } from './onEnter.ts';
import { phoneFlowModule } from './phoneFlowModule.ts';
import { type PhoneTypingProps, usePhoneTyping } from './usePhoneTyping.ts';

export interface PhoneInputProps extends PhoneTypingProps {
  controlProps: ControlProps;
  onBlur: () => void;
  /** Enter was pressed. */
  onSubmit: () => void;
}

/** The number, in the groups of its country; the caret stays where the person put it. */
export function PhoneInput({ controlProps, onBlur, onSubmit, ...typingProps }: PhoneInputProps) {
  const typing = usePhoneTyping(typingProps);

  function copyWhole(event: ClipboardEvent<HTMLInputElement>): boolean {
    const { selectionStart, selectionEnd, value: view } = event.currentTarget;
    const { text, country } = typingProps.latest();
    const flow = phoneFlowModule.now();
    const phone = flow?.readPhone(text, country, phoneEngineModule.now()).phone;
    if (!phone || view === '' || selectionStart !== 0 || selectionEnd !== view.length) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', phone.e164);
    return true;
  }

  const submit = onEnter(onSubmit);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    // Before that has arrived nothing is written here but by the browser.
    const asked = phoneFlowModule.now()?.historyKey(event);
    if (!asked) return submit(event);
    event.preventDefault();
    typing[asked]();
  }

  return (
    <span className="genauth-number">
      <input
        {...controlProps}
        ref={typing.element}
        className="genauth-input"
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        onFocus={phoneFlowModule.warmUp}
        onBlur={() => {
          typing.left();
          onBlur();
        }}
        onCompositionStart={typing.compositionStarted}
        onCompositionEnd={typing.compositionEnded}
        onCopy={copyWhole}
        onCut={(event) => {
          if (copyWhole(event)) typing.empty();
        }}
        onKeyDown={press}
      />
    </span>
  );
}
