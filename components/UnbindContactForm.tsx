import { useQuery } from '@tanstack/react-query';
import { useAccount } from '../src/account/AccountContext.ts';
import { contactsOfUser } from '../src/account/contactsOfUser.ts';
import { type SignInWay, waysWithout } from '../src/account/signInWays.ts';
import { useContactMessages } from '../src/account/useContactMessages.ts';
import type { User } from '../src/sdk/wire.ts';
import { CodeForm } from './CodeForm.tsx';
import type { FormOptions } from './ContactWidgetProps.ts';
import type { PresentContactUi } from './contactUi.ts';
import { HelpButton } from './HelpButton.tsx';
import { unbroken } from './unbroken.ts';
import { useRules } from './useRules.ts';

export interface UnbindContactFormProps {
  ui: PresentContactUi;
  user: User;
  current: string;
  options: FormOptions;
  onDone: (result: { masked: string }) => void;
}

/** Removes a contact: says beforehand what is lost and what remains, and refuses to lock anyone out. */
export function UnbindContactForm({ ui, user, current, options, onDone }: UnbindContactFormProps) {
  const messages = useContactMessages();
  const rules = useRules({});
  const security = useSecurity();
  const masked = contactsOfUser[ui.kind].masked(current);
  const ways = waysWithout(ui.kind, user, security.data);
  if (ways.length === 0 && security.isPending) {
    return <div className="genauth-skeleton" aria-busy="true" />;
  }
  // Where it cannot be known whether there is a password, the server decides.
  if (ways.length === 0 && security.isSuccess) {
    return (
      <div className="genauth-form">
        <p className="genauth-alert">{messages.noneRemaining}</p>
        <HelpButton options={options} reason="lastSignIn" operation={ui.words.unbind} />
      </div>
    );
  }
  return (
    <>
      <p className="genauth-text">{messages.gone(unbroken(masked))}</p>
      {ways.length > 0 && (
        <>
          <p className="genauth-text">{messages.remaining}</p>
          <ul className="genauth-ways">
            {ways.map((way) => (
              <li key={nameOf(way, messages.password)} translate="no">
                {nameOf(way, messages.password)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="genauth-text">{messages.goneCode(unbroken(masked))}</p>
      <CodeForm
        {...ui}
        purpose="unbind"
        fixedTo={current}
        rules={rules}
        hooks={options}
        options={options}
        submitLabel={messages.unbindThis(masked)}
        codeHint={messages[ui.words.codeHint]}
        operation={ui.words.unbind}
        doneText={ui.words.unbound}
        act={async (account, { code }, signal) => {
          const { unbindContact, contact } = await ui.flowModule.load();
          return unbindContact(contact, account, code, signal);
        }}
        onDone={onDone}
      />
    </>
  );
}

function useSecurity() {
  const { client, queryClient, userKey } = useAccount();
  return useQuery(
    {
      queryKey: ['genauth', 'security', userKey],
      queryFn: async ({ signal }) => (await client.getSecurityInfo({ signal })).data,
      retry: false,
      networkMode: 'always',
      throwOnError: false,
    },
    queryClient,
  );
}

function nameOf(way: SignInWay, password: string): string {
  if (way.kind === 'password') return password;
  return way.kind === 'contact' ? way.masked : way.provider;
}
