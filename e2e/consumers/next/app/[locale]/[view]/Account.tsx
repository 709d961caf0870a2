'use client';

import {
  BindEmail,
  BindPhone,
  ChangeEmail,
  ChangePhone,
  createAuthenticationClient,
  GenAuthProvider,
  UnbindEmail,
  UnbindPhone,
} from 'genauth-account-widget';
import { zhCN } from 'genauth-account-widget/locales/zh-CN';
import { useState } from 'react';

const widgets: Record<string, typeof BindPhone> = {
  'bind-phone': BindPhone,
  'change-phone': ChangePhone,
  'unbind-phone': UnbindPhone,
  'bind-email': BindEmail,
  'change-email': ChangeEmail,
  'unbind-email': UnbindEmail,
};

interface Props {
  appHost: string;
  locale: string;
  view: string;
}

/** Everything with functions in it is made on this side of the line: a server component cannot hand functions over. */
export function Account({ appHost, locale, view }: Props) {
  const [client] = useState(() =>
    createAuthenticationClient({
      appId: '64f0c1d2e3a4b5c6d7e8f901',
      appHost,
      getAccessToken: () =>
        localStorage.getItem('genauth-account-widget.demo-account') ?? undefined,
    }),
  );
  const Widget = widgets[view];
  if (!Widget) throw new Error(`No such view: ${view}`);
  return (
    <GenAuthProvider
      client={client}
      locale={locale}
      // Already there when the server writes the page.
      {...(locale === 'zh-CN' && { messages: zhCN })}
    >
      <Widget />
    </GenAuthProvider>
  );
}
