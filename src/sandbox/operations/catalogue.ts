import type { Operation } from '../call.ts';
import { countries } from '../countries.ts';
import { refusals } from '../refusals.ts';

// A key that nobody holds the other half of: what is encrypted with it cannot be read here either.
const RSA_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDoA10dundzet3VbMcV7joBKy7E
X9bjMP3L8vUBjrH1n6UQXu9hlMsgzI4qKomoGNjj5PEpU3gksUgiRYiemF+eURKw
rID6OH1yR6Ie6nMkAG5SPfbZ00wBVQE/0WFFhVQotxY/t1nFmd1i3QzDYo8UmUw2
m8snJIf7SBsdC1l4aQIDAQAB
-----END PUBLIC KEY-----
`;
// The base point of the curve: well-formed, and nobody's.
const SM2_PUBLIC_KEY =
  '0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
  'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0';

/** `system`, the one reply without an envelope (contract, section 7). */
export const system: Operation = () => ({
  bare: {
    rsa: { publicKey: RSA_PUBLIC_KEY },
    sm2: { publicKey: SM2_PUBLIC_KEY },
    version: { server: 'sandbox', console: 'sandbox', login: 'sandbox' },
    publicIps: [],
  },
});

/** `get-country-list` (contract, section 6). */
export const getCountryList: Operation = () => ({ data: countries() });

/** The public configuration of an application (contract, section 16.4). */
export const getPublicConfig: Operation = ({ pool: { settings }, params }) => {
  if (settings.appId && params.appId !== settings.appId) return refusals.unknownApp;
  const data = {
    verifyCodeLength: settings.codeLength,
    internationalSmsConfig: {
      enabled: settings.internationalSms,
      defaultISOType: settings.defaultCountry,
    },
    changePhoneStrategy: { verifyOldPhone: settings.verifyOldPhone },
    changeEmailStrategy: { verifyOldEmail: settings.verifyOldEmail },
  };
  return settings.publicConfigStatus === 'code'
    ? { bare: { code: 200, message: '', data } }
    : { data };
};
