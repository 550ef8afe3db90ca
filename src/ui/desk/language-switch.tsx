import { useLanguage } from '../shared/language';
import { isRefused } from '../shared/refused';
import { useChooseLanguage } from '../shared/server-context';
import { useTell } from './tell';

/** The other language, written in that language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const tell = useTell();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = () => {
    choose(other).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      tell.refused(error);
    });
  };
  return (
    <button type="button" className="nol-top-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={change}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
