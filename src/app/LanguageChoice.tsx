import { catalogueOf } from '../i18n/catalogue.ts';

export interface LanguageChoiceProps {
  label: string;
  locale: string;
  onChange: (locale: string) => void;
}

/** Each language in its own name, so that everyone finds theirs. */
export function LanguageChoice({ label, locale, onChange }: LanguageChoiceProps) {
  return (
    <select
      className="app-language"
      aria-label={label}
      value={catalogueOf(locale)}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="en" lang="en">
        English
      </option>
      <option value="zh-CN" lang="zh-CN">
        简体中文
      </option>
    </select>
  );
}
