import { useMemo } from 'react';
import { GenAuthProvider } from '../account/GenAuthProvider.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { createAuthenticationClient } from '../sdk/authenticationClient.ts';
import type { AuthenticationClientOptions, Lang } from '../sdk/options.ts';
import type { ElementOptions } from './ElementOptions.ts';
import { tell } from './events.ts';
import { hooksOf } from './hooksOf.ts';
import { readWidgetOptions } from './readWidgetOptions.ts';
import { widgetOf } from './views.ts';

interface ElementContentProps {
  /** Where events are dispatched, and whose options hold when a call is made. */
  element: HTMLElement & ElementOptions;
  locale: string;
}

const LANGS: readonly Lang[] = ['zh-CN', 'en-US', 'ja-JP', 'zh-TW'];

/** What the element shows. Rendered anew whenever an option changes; what was typed stays. */
export function ElementContent({ element, locale }: ElementContentProps) {
  const {
    appHost = '',
    appId = '',
    userPoolId,
    userKey,
    timeoutMs,
    headerPrefix,
    credentials,
    serverLang,
  } = element;
  const lang =
    LANGS.find((known) => known === serverLang) ??
    (catalogueOf(locale) === 'zh-CN' ? 'zh-CN' : 'en-US');
  const client = useMemo(() => {
    const options: AuthenticationClientOptions = {
      appHost,
      appId,
      lang,
      getAccessToken: (asked) => element.getAccessToken?.(asked),
      fetch: (request) => (element.fetch ?? fetch)(request),
      onDiagnostic: (diagnostic) => tell(element, 'genauth:diagnostic', diagnostic),
    };
    if (userPoolId) options.userPoolId = userPoolId;
    if (timeoutMs) options.timeoutMs = timeoutMs;
    if (headerPrefix === 'x-genauth') options.headerPrefix = headerPrefix;
    if (credentials === 'include') options.credentials = credentials;
    return createAuthenticationClient(options);
  }, [element, appHost, appId, lang, userPoolId, timeoutMs, headerPrefix, credentials]);
  const { onNeedHelp, ...hooks } = useMemo(() => hooksOf(element), [element]);
  const Widget = widgetOf(element.view);
  return (
    <GenAuthProvider
      client={client}
      locale={locale}
      allowFramed={element.allowFramed}
      {...(element.messages && { messages: element.messages })}
      {...(userKey !== undefined && { userKey })}
    >
      {Widget && (
        <Widget
          {...readWidgetOptions(element)}
          {...hooks}
          onNeedHelp={element.helpButton ? onNeedHelp : undefined}
        />
      )}
    </GenAuthProvider>
  );
}
