import type { ThemeConfig } from 'antd';
import { colours, measures } from '../shared/tokens';

/** Whether whoever looks has asked his system that nothing moves (WCAG 2.3.3). */
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * How long the kit lets things slide and grow. For who wants it still, too short to be seen rather than the kit's `motion: false`:
 * without any motion its dialogs take the focus to their closing button, away from the field that should have it.
 */
const motion = still
  ? { motionDurationFast: '0.001s', motionDurationMid: '0.001s', motionDurationSlow: '0.001s' }
  : { motionDurationFast: '0.05s', motionDurationMid: '0.1s', motionDurationSlow: '0.15s' };

/** The kit in our colours. With these an axe run finds nothing; antd's own blue and greys are too pale for text (design, §6.1). */
export const theme: ThemeConfig = {
  // One version of the kit in the page: without the hash its selectors need no :where(), which the oldest browsers do not know.
  hashed: false,
  token: {
    colorPrimary: colours.primary,
    colorPrimaryHover: colours.primaryHover,
    colorPrimaryActive: colours.primaryActive,
    colorLink: colours.primary,
    colorLinkHover: colours.primaryHover,
    colorLinkActive: colours.primaryActive,
    colorInfo: colours.primary,
    colorSuccess: colours.calmInk,
    colorSuccessBg: colours.calmGround,
    colorSuccessBorder: colours.calmLine,
    colorError: colours.urgentInk,
    colorErrorBg: colours.urgentGround,
    colorErrorBorder: colours.urgentLine,
    colorWarning: colours.watchInk,
    colorWarningBg: colours.watchGround,
    colorWarningBorder: colours.watchLine,
    colorTextBase: colours.text,
    colorText: colours.text,
    colorTextSecondary: colours.secondary,
    colorTextTertiary: colours.secondary,
    colorTextDescription: colours.secondary,
    colorTextPlaceholder: colours.placeholder,
    colorTextDisabled: colours.placeholder,
    colorIcon: colours.secondary,
    // A button at work is read as well as before.
    opacityLoading: 1,
    colorBorder: colours.control,
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    borderRadius: 4,
    borderRadiusLG: 6,
    fontSize: 14,
    fontFamily: measures.fonts,
    controlHeight: 32,
    controlOutline: 'rgba(9, 88, 217, 0.35)',
    controlOutlineWidth: 2,
    lineHeight: 22 / 14,
    ...motion,
    boxShadow: '0 2px 8px rgba(31, 35, 41, 0.12)',
    boxShadowSecondary: '0 4px 16px rgba(31, 35, 41, 0.14)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Form: { labelColor: colours.text, verticalLabelPadding: '0 0 4px', itemMarginBottom: 20 },
    Modal: { titleFontSize: 16 },
    Drawer: { padding: 16, paddingLG: 24 },
  },
};
