import type { PresentContactColumn } from './contact.ts';
import { EMAIL_CHANNELS, emailContact } from './emailContact.ts';

/** An e-mail that the account has. */
export const presentEmail: PresentContactColumn = {
  ...emailContact,

  check: (client, purpose, { to, code }, options) =>
    client.preCheckCode(
      {
        codeType: 'EMAIL',
        emailCodePayload: { email: to, passCode: code, channel: EMAIL_CHANNELS[purpose] },
      },
      options,
    ),

  unbind: (client, code, options) => client.unbindEmail({ passCode: code }, options),

  async change(client, { old, next }, options) {
    const { data } = await client.verifyUpdateEmailRequest(
      {
        verifyMethod: 'EMAIL_PASSCODE',
        emailPassCodePayload: {
          newEmail: next.to,
          newEmailPassCode: next.code,
          ...(old && { oldEmail: old.to, oldEmailPassCode: old.code }),
        },
      },
      options,
    );
    await client.updateEmail({ updateEmailToken: data.updateEmailToken }, options);
  },
};
