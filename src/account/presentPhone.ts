import type { PresentContactColumn } from './contact.ts';
import { onWire, phoneContact, SMS_CHANNELS } from './phoneContact.ts';

/** A phone that the account has. */
export const presentPhone: PresentContactColumn = {
  ...phoneContact,

  check(client, purpose, { to, code }, options) {
    const { phoneNumber, phoneCountryCode } = onWire(to);
    const channel = SMS_CHANNELS[purpose];
    return client.preCheckCode(
      {
        codeType: 'SMS',
        smsCodePayload: { phone: phoneNumber, phoneCountryCode, passCode: code, channel },
      },
      options,
    );
  },

  unbind: (client, code, options) => client.unbindPhone({ passCode: code }, options),

  async change(client, { old, next }, options) {
    const { phoneNumber, phoneCountryCode } = onWire(next.to);
    const previous = old && { ...onWire(old.to), code: old.code };
    const { data } = await client.verifyUpdatePhoneRequest(
      {
        verifyMethod: 'PHONE_PASSCODE',
        phonePassCodePayload: {
          newPhoneNumber: phoneNumber,
          newPhoneCountryCode: phoneCountryCode,
          newPhonePassCode: next.code,
          ...(previous && {
            oldPhoneNumber: previous.phoneNumber,
            oldPhoneCountryCode: previous.phoneCountryCode,
            oldPhonePassCode: previous.code,
          }),
        },
      },
      options,
    );
    await client.updatePhone({ updatePhoneToken: data.updatePhoneToken }, options);
  },
};
