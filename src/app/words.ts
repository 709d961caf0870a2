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
  signInTitle: 'Sign in',
  accessToken: 'Access token',
  accessTokenHint: 'An access token of your tenant. It stays in this page’s memory only.',
  signIn: 'Go on',
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
  signInTitle: '登录',
  accessToken: '访问令牌',
  accessTokenHint: '您的租户签发的访问令牌，只保存在本页面的内存中。',
  signIn: '继续',
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
