import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { recall, remember } from './remembered';
import { type defineWords, type Language, type Says, type Spoken, speak } from './words';

type Choice = { readonly language: Language; readonly setLanguage: (language: Language) => void };

const LanguageContext = createContext<Choice>({ language: 'zh', setLanguage: () => undefined });

/** Gives everything below it a language: the one last used in this browser, else Chinese. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState<Language>(() => (recall('language') === 'en' ? 'en' : 'zh'));
  const setLanguage = useCallback((next: Language) => {
    remember('language', next);
    setState(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The language of the page and the way to change it. */
export function useLanguage(): Choice {
  return useContext(LanguageContext);
}

/** Words of `defineWords` in the language of the page. */
export function useWords<W extends Parameters<typeof defineWords>[0]>(words: W): Spoken<W> {
  return speak(words, useLanguage().language);
}

/** Says in the language of the page what came in both, as sentences of the server do. */
export function useSay(): (says: Says) => string {
  const { language } = useLanguage();
  return useCallback((says: Says) => says[language], [language]);
}
