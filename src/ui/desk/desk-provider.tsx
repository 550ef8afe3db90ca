import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../shared/language';
import { isRefused } from '../shared/refused';
import { KeysProvider } from './keys';
import { letKitAddStyles } from './own-styles';
import { theme } from './theme';
import { UndoProvider } from './undo';
import './desk.css';

letKitAddStyles();

const locales = { zh: zhCN, en: enUS };
const transformers = [legacyLogicalPropertiesTransformer];

/** Everything that desktop pages stand on: the kit in our colours and language, answers of the server, undo and the keys. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const [answers] = useState(newAnswers);
  return (
    <StyleProvider hashPriority="high" transformers={transformers}>
      <ConfigProvider
        theme={theme}
        locale={locales[language]}
        button={{ autoInsertSpace: false }}
        modal={{ mask: { blur: false } }}
        drawer={{ mask: { blur: false } }}
        wave={{ disabled: true }}
      >
        <App className="nol-desk" message={{ maxCount: 3 }}>
          <QueryClientProvider client={answers}>
            <KeysProvider>
              <UndoProvider>{children}</UndoProvider>
            </KeysProvider>
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StyleProvider>
  );
}

/** Answers are asked for again when a page opens, and once more when the server was busy; never because a window was looked at. */
function newAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && isRefused(error) && error.mayRetry,
        retryDelay: 1000,
        // The browser's idea of being online may be wrong; asking tells.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
