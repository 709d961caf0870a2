/** The text of a message with a code, in the language that was asked for. */
export function messageText(code: string, validityMs: number, lang: string): string {
  const seconds = Math.round(validityMs / 1000);
  const isMinutes = seconds >= 60 && seconds % 60 === 0;
  const count = isMinutes ? seconds / 60 : seconds;
  if (lang.startsWith('zh')) {
    return `【GenAuth】您的验证码是 ${code}，${count} ${isMinutes ? '分钟' : '秒'}内有效。`;
  }
  const unit = `${isMinutes ? 'minute' : 'second'}${count === 1 ? '' : 's'}`;
  return `Your GenAuth code is ${code}. It expires in ${count} ${unit}.`;
}
