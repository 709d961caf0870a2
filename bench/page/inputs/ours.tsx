import '../../../components/styles.css';
import { BindPhone, createAuthenticationClient, GenAuthProvider } from '../../../src/index.ts';
import type { InputProps } from '../inputProps.ts';

/** The whole form: what it hands over is what it asks the server to send a code to. */
export default function Ours({ country, report }: InputProps) {
  const client = createAuthenticationClient({
    appId: '64f0c1d2e3a4b5c6d7e8f901',
    appHost: location.origin,
    getAccessToken: () => 'sandbox-bench',
    fetch: async (request) => {
      if (request.method === 'POST') {
        const { phoneCountryCode, phoneNumber } = await request.json();
        report({ value: `${phoneCountryCode}${phoneNumber}` });
      }
      return new Promise(() => {});
    },
  });
  return (
    <GenAuthProvider client={client}>
      <BindPhone defaultCountry={country} />
    </GenAuthProvider>
  );
}
