import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useContactMessages, withContactMessages } from '../src/account/useContactMessages.ts';
import { usePresentContact } from '../src/account/usePresentContact.ts';
import { useProfile } from '../src/account/useProfile.ts';
import type { User } from '../src/sdk/wire.ts';
import { BindContactForm } from './BindContactForm.tsx';
import type { ContactWidgetProps, Done, FormOptions } from './ContactWidgetProps.ts';
import type { PresentContactUi } from './contactUi.ts';
import { DoneNote, type DoneWhat, wasDoneHere } from './DoneNote.tsx';
import { ProfileNeeded } from './ProfileNeeded.tsx';
import { useNote } from './useNote.ts';
import type { CountryOptions } from './useRules.ts';
import { Widget } from './Widget.tsx';

/** An account that has a contact of the kind. */
export interface Present {
  user: User;
  current: string;
  options: FormOptions & CountryOptions;
  onDone: (done: Done) => void;
}

export interface ContactWidgetFrameProps {
  ui: PresentContactUi;
  title: keyof PresentContactUi['words'] & ('change' | 'unbind');
  props: ContactWidgetProps & CountryOptions;
  onDone: ((done: Done) => void) | undefined;
  onBound?: ((done: Done) => void) | undefined;
  form: (present: Present) => ReactNode;
}

/** A form for a contact that the account has, as a widget of its own. */
export function ContactWidget({
  ui,
  title,
  props,
  onDone,
  onBound,
  form,
}: ContactWidgetFrameProps) {
  const root = useRef<HTMLElement>(null);
  const { headingLevel, className, ...options } = props;

  /** The button that had the focus goes away with the fields. */
  function finish(tell: ((done: Done) => void) | undefined) {
    return (done: Done) => {
      root.current?.focus();
      tell?.(done);
    };
  }

  return (
    <Widget
      title={(messages) => withContactMessages(messages)[ui.words[title]]}
      headingLevel={headingLevel}
      className={className}
      onError={options.onError}
      rootRef={root}
    >
      {() => (
        <FormOfPresent
          ui={ui}
          options={options}
          form={form}
          what={title === 'unbind' ? 'unbound' : 'changed'}
          onDone={finish(onDone)}
          onBound={finish(onBound)}
          root={root}
        />
      )}
    </Widget>
  );
}

interface FormOfPresentProps {
  ui: PresentContactUi;
  options: FormOptions & CountryOptions;
  onDone: (done: Done) => void;
  what: DoneWhat['what'];
  form: (present: Present) => ReactNode;
  onBound: (done: Done) => void;
  root: RefObject<HTMLElement | null>;
}

/** The form once the profile is read. An account without such a contact is offered to bind one. */
function FormOfPresent({ ui, options, form, what, onDone, onBound, root }: FormOfPresentProps) {
  const messages = useContactMessages();
  const profile = useProfile();
  const current = usePresentContact(ui.kind, profile.user);
  const [note, setNote] = useNote(ui.kind, profile.user, current, true);
  // The account is another after a success, and would ask for another form.
  const isDone = note !== undefined && wasDoneHere(note);

  // What happened elsewhere takes a form away, and with it the field that had the focus.
  useEffect(() => {
    if (note && !isDone && document.activeElement === document.body) root.current?.focus();
  }, [note, isDone, root]);

  const noting = (what: DoneWhat['what'], tell: (done: Done) => void) => (done: Done) => {
    setNote({ what, masked: done.masked });
    tell(done);
  };
  const { user } = profile;
  if (!user) return <ProfileNeeded {...profile} />;
  return (
    <div className="genauth-form">
      <DoneNote ui={ui} done={note} />
      {!isDone && current && form({ user, current, options, onDone: noting(what, onDone) })}
      {!isDone && !current && (
        <>
          <p className="genauth-text">{messages[ui.words.none]}</p>
          <BindContactForm
            ui={ui}
            submitLabel={messages[ui.words.bind]}
            codeHint={messages[ui.words.codeHint]}
            options={options}
            onDone={noting('bound', onBound)}
          />
        </>
      )}
    </div>
  );
}
