import type { ReactNode } from 'react';
import {
  BindEmail,
  BindPhone,
  ChangeEmail,
  ChangePhone,
  EmailSettings,
  PhoneSettings,
  UnbindEmail,
  UnbindPhone,
} from '../index.ts';
import type { Route, View } from './route.ts';
import type { Words } from './words.ts';

interface Hooks {
  onAuthExpired: (() => void) | undefined;
  onReauthRequired: (() => Promise<void>) | undefined;
}

const FORMS: Record<View, (hooks: Hooks) => ReactNode> = {
  'phone/bind': (hooks) => <BindPhone {...hooks} />,
  'phone/change': (hooks) => <ChangePhone {...hooks} />,
  'phone/unbind': (hooks) => <UnbindPhone {...hooks} />,
  'email/bind': (hooks) => <BindEmail {...hooks} />,
  'email/change': (hooks) => <ChangeEmail {...hooks} />,
  'email/unbind': (hooks) => <UnbindEmail {...hooks} />,
};

export interface AccountViewProps extends Hooks {
  route: Route;
  words: Words;
}

/** The cards of the profile, or the one form that the address names. */
export function AccountView({ route, words, ...hooks }: AccountViewProps) {
  const { view, returnTo } = route;
  return (
    <>
      {view ? (
        FORMS[view](hooks)
      ) : (
        <>
          <PhoneSettings {...hooks} />
          <EmailSettings {...hooks} />
        </>
      )}
      {(view || returnTo) && (
        <p className="app-links">
          {view && <a href="#/">{words.toProfile}</a>}
          {/* Never followed by itself: a link from elsewhere decides nothing. */}
          {returnTo && (
            <a href={returnTo.href} rel="noreferrer">
              {words.backTo(returnTo.host + returnTo.pathname)}
            </a>
          )}
        </p>
      )}
    </>
  );
}
