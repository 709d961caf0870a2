import type { SignInProblem } from './signIn/problem.ts';
import type { SignInAgainReason } from './signIn/session.ts';

const en = {
  yourProfile: 'Your profile',
  name: 'Name',
  username: 'User name',
  phone: 'Phone',
  noPhone: 'No phone bound',
  profileNotRead: 'The profile could not be read.',
  yourPhone: 'Your phone',
  phoneHint: 'This is a demonstration. Messages arrive here, whatever number or address you enter.',
  noMessages: 'No messages yet. Enter any number or address and press “Send code”.',
  takenHint: 'To see a refusal, try 139 0000 0000: it belongs to somebody else.',
  messageTo: (phone: string) => `To ${phone}`,
  startOver: 'Start over with a new account',
  language: 'Language',
  signInTitle: 'You are not signed in',
  signInHint: (host: string) => `You sign in at ${host}, and come back to this page.`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  working: 'One moment…',
  signInAgainReason: {
    sessionOver: 'Your session has ended.',
    proofWanted: 'The service wants to know that it is still you.',
  } satisfies Record<SignInAgainReason, string>,
  signInAgainHint: 'Sign in again: you come back to this page, with its fields empty.',
  signInAgain: 'Sign in again',
  signInProblem: {
    denied: 'Signing in was cancelled.',
    unmatched: 'This sign-in was not started in this tab. Start here.',
    tooLate: 'This sign-in took too long. Start again.',
    unreachable: 'The sign-in service cannot be reached. Check your connection, and try again.',
    refused: 'The sign-in service does not accept this app. Its administrator has to set it up.',
    noStorage:
      'Your browser blocks storage for this page, and signing in needs it for a moment. Allow it, and try again.',
    insecure: 'Nobody can sign in at an address without https. Open this page with https.',
    onlyHere:
      'You are signed out here, but not at the sign-in service: it cannot be reached. On a shared computer, close the browser.',
    failed: 'Signing in did not work. Try again.',
  } satisfies Record<SignInProblem, string>,
  notConfigured: 'The app is not set up.',
  toProfile: 'To the profile',
  backTo: (address: string) => `Back to ${address}`,
  email: 'E-mail',
  noEmail: 'No e-mail bound',
};

export type Words = typeof en;

const zhCN: Words = {
  yourProfile: '个人资料',
  name: '姓名',
  username: '用户名',
  phone: '手机号',
  noPhone: '未绑定手机号',
  profileNotRead: '无法读取个人资料。',
  yourPhone: '您的手机',
  phoneHint: '这是演示环境：无论输入哪个号码或邮箱，消息都会出现在这里。',
  noMessages: '暂无消息。输入任意手机号或邮箱，点击“发送验证码”。',
  takenHint: '想看看被拒绝的情况，可以试试 139 0000 0000：它属于别人。',
  messageTo: (phone) => `发送至 ${phone}`,
  startOver: '换一个新账号重新开始',
  language: '语言',
  signInTitle: '您尚未登录',
  signInHint: (host) => `您将前往 ${host} 登录，然后返回本页面。`,
  signIn: '登录',
  signOut: '退出登录',
  working: '请稍候…',
  signInAgainReason: {
    sessionOver: '您的登录已过期。',
    proofWanted: '服务需要再次确认是您本人。',
  },
  signInAgainHint: '请重新登录，之后会返回本页面。已输入的内容需要重新输入。',
  signInAgain: '重新登录',
  signInProblem: {
    denied: '登录已取消。',
    unmatched: '此次登录不是在本标签页发起的，请在此重新登录。',
    tooLate: '此次登录超时，请重新登录。',
    unreachable: '无法连接登录服务。请检查网络后重试。',
    refused: '登录服务不接受此应用，请联系管理员进行设置。',
    noStorage: '您的浏览器禁止本页面存储数据，而登录过程需要短暂使用。请允许后重试。',
    insecure: '非 https 地址无法登录，请使用 https 打开本页面。',
    onlyHere:
      '您已在此退出登录，但无法连接登录服务，那里仍处于登录状态。如使用公用电脑，请关闭浏览器。',
    failed: '登录未成功，请重试。',
  },
  notConfigured: '应用尚未配置。',
  toProfile: '前往个人资料',
  backTo: (address) => `返回 ${address}`,
  email: '邮箱',
  noEmail: '未绑定邮箱',
};

/** The app's own words; the widget brings its own. */
export function wordsOf(catalogue: string): Words {
  return catalogue === 'zh-CN' ? zhCN : en;
}
