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

const FORMS: Record<View, () => ReactNode> = {
  'phone/bind': () => <BindPhone />,
  'phone/change': () => <ChangePhone />,
  'phone/unbind': () => <UnbindPhone />,
  'email/bind': () => <BindEmail />,
  'email/change': () => <ChangeEmail />,
  'email/unbind': () => <UnbindEmail />,
};

/** The cards of the profile, or the one form that the address names. */
export function AccountView({ route, words }: { route: Route; words: Words }) {
  const { view, returnTo } = route;
  return (
    <>
      {view ? (
        FORMS[view]()
      ) : (
        <>
          <PhoneSettings />
          <EmailSettings />
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
