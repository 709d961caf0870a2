/** A reply that says no (contract, section 4). */
export interface Refusal {
  statusCode: number;
  apiCode?: number;
  en: string;
  zh: string;
}

const refusal = (statusCode: number, apiCode: number | undefined, en: string, zh: string) =>
  ({ statusCode, ...(apiCode !== undefined && { apiCode }), en, zh }) satisfies Refusal;

/** The pairs of codes that section 4 of the contract suggests, each with a sentence of ours. */
export const refusals = {
  notSignedIn: refusal(401, 2020, 'Please sign in again.', '请重新登录。'),
  // No source says how a profile operation asks for this; the code is Guard's for a second factor (contract, section 17).
  reauthNeeded: refusal(403, 1635, 'Confirm that it is you.', '请先验证您的身份。'),
  suspended: refusal(403, 2005, 'This account is locked.', '该账号已被锁定。'),
  wrongLogin: refusal(403, 2333, 'Wrong account or password.', '账号或密码不正确。'),
  unknownAccount: refusal(404, 2004, 'There is no such account.', '该用户不存在。'),
  unknownApp: refusal(404, 2011, 'There is no such application.', '该应用不存在。'),
  unsupported: refusal(501, undefined, 'Not part of the sandbox.', '沙箱不支持此操作。'),

  wrongCode: refusal(499, 2001, 'The code is wrong.', '验证码不正确。'),
  expiredCode: refusal(499, 2300, 'The code has expired.', '验证码已过期。'),
  tooSoon: refusal(429, 2080, 'Wait a minute before the next code.', '发送过于频繁，请稍后再试。'),
  tooMany: refusal(429, undefined, 'Too many requests.', '请求过于频繁。'),
  noInternational: refusal(
    422,
    undefined,
    'No SMS to this country.',
    '暂不支持该国家或地区的短信。',
  ),
  spentToken: refusal(403, undefined, 'Please verify again.', '验证已失效，请重新验证。'),
  taken: refusal(409, 1320004, 'Another account uses it.', '已被其他账号绑定。'),
  usernameTaken: refusal(409, 2034, 'This username is taken.', '该用户名已被使用。'),

  phoneMalformed: refusal(400, 2028, 'Not a phone number.', '手机号格式不正确。'),
  phonePresent: refusal(422, 2035, 'A phone is bound already.', '已绑定手机号。'),
  phoneAbsent: refusal(422, 1320005, 'No phone is bound.', '尚未绑定手机号。'),
  phoneLast: refusal(
    422,
    1320005,
    'The phone is the only way to sign in.',
    '手机号是唯一登录方式。',
  ),
  phoneUnchanged: refusal(422, 2230, 'This is the present phone.', '新手机号与当前手机号相同。'),
  phoneUnverified: refusal(422, 2228, 'Verify the present phone, too.', '请先验证当前手机号。'),
  phoneForeign: refusal(422, 2038, 'Not the present phone.', '不是当前绑定的手机号。'),
  phoneInProfile: refusal(
    422,
    2226,
    'A profile cannot change the phone.',
    '不能通过资料修改手机号。',
  ),

  emailMalformed: refusal(400, 2204, 'Not an e-mail address.', '邮箱格式不正确。'),
  emailPresent: refusal(422, 2200, 'An e-mail is bound already.', '已绑定邮箱。'),
  emailAbsent: refusal(422, 1320009, 'No e-mail is bound.', '尚未绑定邮箱。'),
  emailLast: refusal(
    422,
    1320010,
    'The e-mail is the only way to sign in.',
    '邮箱是唯一登录方式。',
  ),
  emailUnchanged: refusal(422, 2229, 'This is the present e-mail.', '新邮箱与当前邮箱相同。'),
  emailUnverified: refusal(422, 2227, 'Verify the present e-mail, too.', '请先验证当前邮箱。'),
  emailForeign: refusal(422, 2037, 'Not the present e-mail.', '不是当前绑定的邮箱。'),
  emailInProfile: refusal(
    422,
    2225,
    'A profile cannot change the e-mail.',
    '不能通过资料修改邮箱。',
  ),

  oldPasswordMissing: refusal(400, 2201, 'The old password is missing.', '请输入旧密码。'),
  oldPasswordWrong: refusal(499, 1320011, 'The old password is wrong.', '旧密码不正确。'),
  passwordWeak: refusal(422, 2029, 'The password is too weak.', '密码强度不足。'),
  passwordUnreadable: refusal(400, 2016, 'The password cannot be decrypted.', '密码解密失败。'),
  passwordNotEnough: refusal(422, undefined, 'Use a code instead.', '请使用验证码验证。'),
};

/** A request that does not have the documented shape; validators speak English whatever is asked for (contract, 3.2). */
export function badRequest(problem: string): Refusal {
  return refusal(400, undefined, problem, problem);
}
