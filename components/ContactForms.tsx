import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Purpose } from '../src/account/sendLog.ts';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { User } from '../src/sdk/wire.ts';
import { BindContactForm } from './BindContactForm.tsx';
import { Button } from './Button.tsx';
import { ChangeContactForm } from './ChangeContactForm.tsx';
import type { SettingsView } from './ContactSettings.tsx';
import type { Done, FormOptions } from './ContactWidgetProps.ts';
import type { PresentContactUi } from './contactUi.ts';
import { UnbindContactForm } from './UnbindContactForm.tsx';
import type { CountryOptions } from './useRules.ts';

type FormView = Exclude<SettingsView, 'card'>;

interface ContactFormsProps {
  ui: PresentContactUi;
  user: User;
  /** The contact that the forms are about. */
  current: string | undefined;
  options: FormOptions & CountryOptions;
  newPurpose: Purpose | undefined;
  view: SettingsView;
  onClose: () => void;
  onDone: (form: FormView, done: Done) => void;
}

/** The forms of a contact. One that was closed keeps what was typed, until it has done its work. */
export function ContactForms(props: ContactFormsProps) {
  const { ui, user, current, options, newPurpose, view, onDone } = props;
  const messages = useContactMessages();
  const [opened, setOpened] = useState<readonly FormView[]>([]);
  const isNew = view !== 'card' && !opened.includes(view);
  if (isNew) setOpened([...opened, view]);

  function finish(form: FormView, done: Done) {
    setOpened([]);
    onDone(form, done);
  }

  const forms: Record<FormView, ReactNode> = {
    bind: (
      <BindContactForm
        ui={ui}
        submitLabel={messages[ui.words.bind]}
        codeHint={messages[ui.words.codeHint]}
        options={options}
        onDone={(done) => finish('bind', done)}
      />
    ),
    change: current && (
      <ChangeContactForm
        ui={ui}
        current={current}
        options={options}
        {...(newPurpose && { newPurpose })}
        onDone={(done) => finish('change', done)}
      />
    ),
    unbind: current && (
      <UnbindContactForm
        key={current}
        ui={ui}
        user={user}
        current={current}
        options={options}
        onDone={(done) => finish('unbind', done)}
      />
    ),
  };

  return opened.map((form) => (
    <OpenedForm key={form} isShown={view === form} about={current} onClose={props.onClose}>
      {forms[form]}
    </OpenedForm>
  ));
}

interface OpenedFormProps {
  isShown: boolean;
  about: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

function OpenedForm({ isShown, about, onClose, children }: OpenedFormProps) {
  const messages = useContactMessages();
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isShown) return;
    focusFirst(element.current);
  }, [isShown]);

  // A contact that changed elsewhere begins its form anew, and takes the field with it that had the focus.
  const wasAbout = useRef(about);
  useEffect(() => {
    const isAnew = wasAbout.current !== about;
    wasAbout.current = about;
    if (isAnew && isShown && document.activeElement === document.body) focusFirst(element.current);
  }, [about, isShown]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the fields inside
    <div
      ref={element}
      className="genauth-opened"
      hidden={!isShown}
      onKeyDown={(event) => {
        const { key, nativeEvent, defaultPrevented } = event;
        if (key !== 'Escape' || defaultPrevented || nativeEvent.isComposing) return;
        // A dialog of the host's around the card is not meant.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
      <Button look="plain" onPress={onClose}>
        {messages.cancel}
      </Button>
    </div>
  );
}

function focusFirst(element: HTMLElement | null) {
  const shown = '.genauth-step:not([hidden]) input, .genauth-opened > :not(.genauth-step) input';
  const first = element?.querySelector<HTMLElement>(shown);
  (first ?? element?.querySelector<HTMLElement>('button'))?.focus();
}
