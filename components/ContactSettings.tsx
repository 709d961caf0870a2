import { useEffect, useRef, useState } from 'react';
import { contactsOfUser } from '../src/account/contactsOfUser.ts';
import type { Purpose } from '../src/account/sendLog.ts';
import { useContactMessages, withContactMessages } from '../src/account/useContactMessages.ts';
import { usePresentContact } from '../src/account/usePresentContact.ts';
import { useProfile } from '../src/account/useProfile.ts';
import { Button } from './Button.tsx';
import { ContactForms } from './ContactForms.tsx';
import type { ContactWidgetProps, Done, FormOptions } from './ContactWidgetProps.ts';
import type { PresentContactUi } from './contactUi.ts';
import { DoneNote } from './DoneNote.tsx';
import { ProfileNeeded } from './ProfileNeeded.tsx';
import { useNote } from './useNote.ts';
import type { CountryOptions } from './useRules.ts';
import { useWarmUp } from './useWarmUp.ts';
import { Widget } from './Widget.tsx';

/** What a card shows: the contact, or one of its forms as well. */
export type SettingsView = 'card' | 'bind' | 'change' | 'unbind';

export interface SettingsProps extends ContactWidgetProps {
  /** What is shown, for pages that keep it in their address; without it the card keeps it. */
  view?: SettingsView | undefined;
  /** A form was opened or closed; with `view` set, nothing changes unless you set another. */
  onViewChange?: ((view: SettingsView) => void) | undefined;
  /** Each is called once, after it is shown. */
  onBound?: ((done: Done) => void) | undefined;
  onChanged?: ((done: Done) => void) | undefined;
  onUnbound?: ((done: Done) => void) | undefined;
}

export interface ContactSettingsProps {
  ui: PresentContactUi;
  props: SettingsProps & CountryOptions;
  newPurpose?: Purpose;
}

const DONE = { bind: 'bound', change: 'changed', unbind: 'unbound' } as const;
const TOLD = { bind: 'onBound', change: 'onChanged', unbind: 'onUnbound' } as const;

/** The contact of the account as a card, and what can be done with it, each in its place. */
export function ContactSettings({ ui, props, newPurpose }: ContactSettingsProps) {
  const { headingLevel, className, onError } = props;
  const root = useRef<HTMLElement>(null);
  return (
    <Widget
      title={(messages) => withContactMessages(messages)[ui.words.name]}
      headingLevel={headingLevel}
      className={className}
      onError={onError}
      rootRef={root}
    >
      {() => (
        <Card
          ui={ui}
          props={props}
          {...(newPurpose && { newPurpose })}
          focusOn={(opened) => {
            const button = root.current?.querySelector<HTMLElement>(`[data-opens="${opened}"]`);
            (button ?? root.current)?.focus();
          }}
        />
      )}
    </Widget>
  );
}

interface CardProps extends ContactSettingsProps {
  /** Moves the focus to the button of a form, or to the card. */
  focusOn: (opened: SettingsView | undefined) => void;
}

function Card({ ui, props, newPurpose, focusOn }: CardProps) {
  const messages = useContactMessages();
  const profile = useProfile();
  useWarmUp(ui.flowModule);
  const current = usePresentContact(ui.kind, profile.user);
  const [ownView, setOwnView] = useState<SettingsView>('card');
  const wanted = props.view ?? ownView;
  const isPossible = (wanted === 'bind') === (current === undefined);
  const view = isPossible ? wanted : 'card';
  const [note, setNote] = useNote(ui.kind, profile.user, current, view !== 'card');

  // The card is shown before the focus can go there.
  const cameFrom = useRef<SettingsView>(undefined);
  useEffect(() => {
    if (view !== 'card') cameFrom.current = view;
    else if (cameFrom.current) {
      focusOn(cameFrom.current);
      cameFrom.current = undefined;
    }
  });

  function show(next: SettingsView) {
    if (next !== 'card') setNote(undefined);
    setOwnView(next);
    props.onViewChange?.(next);
  }

  const { user, hasFailed } = profile;
  if (!user) return <ProfileNeeded {...profile} />;
  const { masked, isVerified } = contactsOfUser[ui.kind];
  const options: FormOptions & CountryOptions = props;
  return (
    <div className="genauth-form">
      <p className="genauth-contact" translate="no">
        {current ? <bdi dir="ltr">{masked(current)}</bdi> : messages[ui.words.none]}
        {current && (
          <span className="genauth-mark" data-verified={isVerified(user) || undefined}>
            {isVerified(user) ? messages.verified : messages.notVerified}
          </span>
        )}
      </p>
      {hasFailed && <p className="genauth-hint">{messages.notUpToDate}</p>}
      <DoneNote ui={ui} done={note} />
      {view === 'card' && (
        <div className="genauth-actions">
          {current ? (
            <>
              <Button opens="change" onPress={() => show('change')}>
                {messages.change}
              </Button>
              <Button opens="unbind" onPress={() => show('unbind')}>
                {messages.unbind}
              </Button>
            </>
          ) : (
            <Button look="primary" opens="bind" onPress={() => show('bind')}>
              {messages[ui.words.bind]}
            </Button>
          )}
        </div>
      )}
      <ContactForms
        ui={ui}
        user={user}
        current={current}
        options={options}
        newPurpose={newPurpose}
        view={view}
        onClose={() => show('card')}
        onDone={(form, done) => {
          setNote({ what: DONE[form], masked: done.masked });
          show('card');
          props[TOLD[form]]?.(done);
        }}
      />
    </div>
  );
}
