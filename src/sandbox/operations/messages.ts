import { done, isRefusal } from '../answer.ts';
import type { Operation } from '../call.ts';
import { type Fields, isText, readFields, readText } from '../fields.ts';
import { type Kind, kinds } from '../kinds.ts';
import type { Channel } from '../passcodes.ts';
import { badRequest, refusals } from '../refusals.ts';
import { messageText } from '../texts.ts';

/** Purposes of a code by medium (contract, section 5.4). */
const purposes: Record<Kind['medium'], string[]> = {
  sms: [
    ...['LOGIN', 'REGISTER', 'RESET_PASSWORD', 'BIND_PHONE', 'UNBIND_PHONE', 'BIND_MFA'],
    ...['VERIFY_MFA', 'UNBIND_MFA', 'COMPLETE_PHONE', 'IDENTITY_VERIFICATION', 'DELETE_ACCOUNT'],
  ],
  email: [
    ...['LOGIN', 'REGISTER', 'RESET_PASSWORD', 'VERIFY_EMAIL_LINK', 'UPDATE_EMAIL', 'BIND_EMAIL'],
    ...['UNBIND_EMAIL', 'VERIFY_MFA', 'UNLOCK_ACCOUNT', 'COMPLETE_EMAIL', 'DELETE_ACCOUNT'],
  ],
};

function readChannel(fields: Fields, medium: Kind['medium']): { channel: Channel } | undefined {
  const purpose = purposes[medium].find((name) => `CHANNEL_${name}` === fields.channel);
  return purpose === undefined ? undefined : { channel: `CHANNEL_${purpose}` as Channel };
}

/** `send-sms`, `send-email` (contract, sections 5.2 and 5.3). */
export const send =
  (kind: Kind): Operation =>
  ({ pool, session, body, lang }) => {
    const read = readChannel(body, kind.medium);
    if (!read) return badRequest('channel must be one of the documented channels');
    const contact = kind.read(body, '');
    if (isRefusal(contact)) return contact;
    const isAbroad = kind.medium === 'sms' && contact.fields.phoneCountryCode !== '+86';
    if (isAbroad && !pool.settings.internationalSms) return refusals.noInternational;
    const issued = pool.passcodes.issue(read.channel, contact);
    if (isRefusal(issued)) return issued;
    pool.outbox.add(session?.account.user.userId, {
      medium: kind.medium,
      channel: read.channel,
      to: contact.address,
      text: messageText(issued.code, issued.expiresAt - issued.sentAt, lang),
      ...issued,
    });
    return done;
  };

/** `pre-check-code` (contract, section 5.6). A wrong code counts as a try, else this would be a way to guess. */
export const preCheckCode: Operation = ({ pool, body, lang }) => {
  const isSms = body.codeType === 'SMS';
  if (!isSms && body.codeType !== 'EMAIL') return badRequest('codeType must be SMS or EMAIL');
  const payload = readFields(body, isSms ? 'smsCodePayload' : 'emailCodePayload');
  if (isRefusal(payload)) return payload;
  const fields = payload.value;
  const kind = isSms ? kinds.phone : kinds.email;
  const read = readChannel(fields, kind.medium);
  if (!read) return badRequest('channel must be one of the documented channels');
  // Here, and only here, the number is called `phone`.
  const contact = kind.read(isSms ? { ...fields, phoneNumber: fields.phone } : fields, '');
  if (isRefusal(contact)) return contact;
  const code = readText(fields, 'passCode');
  if (!isText(code)) return code;
  const problem = pool.passcodes.check([read.channel], contact, code);
  if (!problem) return { data: { isValid: true } };
  return { data: { isValid: false, message: lang.startsWith('zh') ? problem.zh : problem.en } };
};
