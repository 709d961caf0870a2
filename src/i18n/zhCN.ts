import type { Messages } from './en.ts';
import type { FlowMessages } from './enFlow.ts';
import type { ProblemMessages } from './enProblems.ts';

/** Simplified Chinese. */
export const zhCN: Messages & FlowMessages & { problem: ProblemMessages } = {
  bindPhone: '绑定手机号',
  phoneNumber: '手机号',
  phoneNumberHint: '请输入能接收短信的手机号。',
  countryCallingCode: (country) => `国家或地区代码，${country}`,
  chooseCountry: '选择国家或地区',
  searchCountries: '搜索名称或代码',
  countriesFound: (count) => `${count} 个国家或地区`,
  noCountryFound: '没有找到。请检查输入，或直接输入代码，例如 +44。',
  countryNotAllowed: '此处不可用',
  countriesNotLoaded: '列表加载失败。请直接输入以 + 和国家代码开头的号码。',
  countryFollowed: (country) => `已根据号码选择：${country}。`,
  digitsOnly: '这里只能输入数字，以及开头的 +。',
  close: '关闭',
  sendCode: '发送验证码',
  sendAgain: '重新发送',
  sendAgainIn: (seconds) => `${seconds} 秒后可以重新发送。`,
  sendAgainNow: '现在可以重新发送验证码。',
  verificationCode: '验证码',
  codeHint: '验证码将以短信发送。我们不会通过电话或聊天索要验证码。',
  codeHintAuto: '输入完整后会立即验证。我们不会通过电话或聊天索要验证码。',
  codeSentTo: (phone) => `验证码已发送至 ${phone}。`,
  codeMaybeSentTo: (phone) => `无法确认验证码是否已发送至 ${phone}。如果收到，请直接输入。`,
  phoneBound: (phone) => `手机号已绑定：${phone}`,
  didYouMean: (contact) => `您是指 ${contact} 吗？`,
  noMoreCodes: '已发送多条验证码，暂时不能再发送。请十分钟后再试，或寻求帮助。',
  sending: '正在发送验证码…',
  checking: '正在验证…',
  stillWorking: '仍在处理…',
  codeWentTo: (contact) => `最新的验证码发送到了 ${contact}。`,
  changeContact: '更换号码',
  backTo: (contact) => `改回 ${contact}`,
  notSent: '没有发送验证码。',
  backOnline: '网络已恢复。',
  userChanged: '当前登录的账号已更换，请重新获取验证码。',
  noCodeYet: '没有收到验证码？',
  sentToThis: '验证码发送到了这个号码，是否正确？',
  helpSignal: '请检查手机信号，并确认未开启飞行模式。',
  helpSpam: '请查看陌生短信或拦截短信：部分手机会自动拦截。',
  helpRoaming: '在境外，短信可能延迟几分钟，部分运营商会拦截。',
  helpChina: '运营商可能拦截验证短信：请咨询运营商，或换一个号码。',
  helpAgain: '等待结束后可以重新获取。只有最新的验证码有效。',
  serverSays: (text) => `服务提示：${text}`,
  support: '客服信息：',
  copy: '复制',
  copied: '已复制',
  somethingBroke: '表单出现故障。',
  tryAgain: '重试',
  serviceNotReached: '无法连接服务，请稍后重试。',

  problem: {
    empty: '请输入手机号，例如 138 0013 8000。',
    notANumber: '这不是手机号。请只输入数字，例如 138 0013 8000。',
    severalNumbers: '这里有多个号码，请只保留一个。',
    extension: '短信无法发送到分机。请输入不带分机的号码。',
    unknownCallingCode: '没有使用该代码的国家或地区，请检查 + 后面的数字。',
    countryNotAllowed: '这里不能使用该国家或地区的号码，请选择其他国家或地区。',
    tooShort: (digits) => `号码少了 ${digits} 位。`,
    tooLong: (digits) => `号码多了 ${digits} 位。`,
    landline: '这看起来是固定电话，无法接收短信。如需继续，请再次点击“发送验证码”。',
    notMobile: '这看起来不是手机号。请检查；如需继续，请再次点击“发送验证码”。',

    codeMissing: '请输入短信中的验证码。',
    codeUnclear: '请只输入验证码：4 至 8 位数字。',
    codeLength: (digits) => `请只输入验证码：${digits} 位数字。`,
    noCodeSent: '请先向该号码发送验证码。',
    codeOfOther: '最新的验证码发送到了另一个号码。请改回该号码，或向当前号码发送验证码。',

    offline: '您已离线。请连接网络后重试。',
    network: '无法连接服务，请一分钟后重试。',
    networkAgain:
      '仍然无法连接服务。可能被浏览器拦截插件、VPN 或防火墙阻挡：请将其关闭，或更换网络后重试。',
    timeout: '服务响应超时，请一分钟后重试。',
    blocked: '请求被网络拦截，请更换网络后重试。',
    server: (seconds) => `服务暂时出现问题，请${time(seconds, '几分钟')}后重试。`,
    malformed: '服务返回了无法识别的内容。请检查网络，可能需要先完成网络的登录页面。',

    rateLimited: (seconds) =>
      `刚刚已请求过验证码，或服务繁忙。如果收到验证码，请直接输入；否则请${time(seconds, '一分钟')}后重新获取。`,
    tooManyAttempts: (seconds) =>
      `服务暂时不再接受尝试，请${time(seconds, '一分钟')}后重试，或重新获取验证码。`,
    tooManyRequests: (seconds) => `请求过于频繁，请${time(seconds, '一分钟')}后重试。`,
    captchaNeeded: '服务需要确认您不是机器人，请稍后再试。',

    auth: '您已退出登录，请重新登录后继续。',
    signInUnfinished: '登录尚未完成，请重新登录并按提示操作。',
    reauth: '请确认是您本人：重新登录一次，然后在此继续。',

    codeWrong: '验证码错误或已使用。请检查，或重新获取。',
    codeWrongAgain: '验证码仍未通过，可能已失效。请重新获取。',
    codeExpired: '验证码已过期，请重新获取。',
    codesWrong: '两个验证码中有一个错误或已使用。请检查两个验证码，或重新获取。',
    codesExpired: '两个验证码中至少有一个已过期，请重新获取。',

    phoneTaken: '该号码无法绑定：已关联到某个账号。请使用其他号码。',
    phoneInvalid: '服务不接受该号码，请检查。',
    countryUnsupported: '暂时无法向该国家或地区发送短信，请使用其他号码。',
    alreadyBound: '您的账号已绑定手机号，请改为更换手机号。',
    samePhone: '这就是您账号当前的手机号。如需更换，请输入其他号码。',
    oldPhoneUnverified: '还需要验证当前的手机号，请输入发送到该号码的验证码。',
    oldPhoneChanged: '当前的手机号与此处显示的不再一致，请刷新页面。',

    emailTaken: '该邮箱无法绑定：已关联到某个账号。请使用其他邮箱。',
    emailInvalid: '服务不接受该邮箱地址，请检查。',
    emailAlreadyBound: '您的账号已绑定邮箱，请改为更换邮箱。',
    sameEmail: '这就是您账号当前的邮箱。如需更换，请输入其他邮箱。',
    oldEmailUnverified: '还需要验证当前的邮箱，请输入发送到该邮箱的验证码。',
    oldEmailChanged: '当前的邮箱与此处显示的不再一致，请刷新页面。',

    verificationExpired: '此次验证已失效，请重新开始。',
    lastSignIn: '这是您账号仅剩的登录方式。请先添加其他登录方式，再将其移除。',
    unbindRefused: '目前无法解绑。这可能是您账号仅剩的登录方式：请先添加其他登录方式。',
    nothingBound: '您的账号目前没有这类绑定，请刷新页面。',

    passwordWrong: '密码未通过验证，请检查后重新输入。',
    passwordWeak: '该密码不符合要求，请设置更长或更复杂的密码。',

    accountLocked: '您的账号已被锁定，或在此处未启用。请联系管理员。',
    notAllowed: '您没有权限执行此操作，请联系管理员。',
    quotaExceeded: '目前无法发送更多验证码，请联系管理员。',
    planLimit: '此服务的套餐目前不支持该操作，请联系管理员。',
    misconfigured: '此表单配置有误，请联系管理员。',
    unknown: '操作未成功。请重试，或联系客服。',
  },
};

function time(seconds: number, untold: string): string {
  if (!(seconds > 0)) return untold;
  return seconds > 90 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`;
}
