import { chooseLanguage, directionOf } from '../../shared/language/choose-language';

describe('choosing a language', () => {
  it.each([
    [['ar', 'en'], ['ar'], 'ar', false],
    [['ar', 'en'], ['ar-MA'], 'ar', false],
    [['ar', 'en'], ['fr', 'ar'], 'ar', false],
    [['ar', 'en'], ['fr'], 'en', true],
    [['ar', 'en'], [], 'en', true],
    [['ar', 'en', 'fr'], ['FR-ca'], 'fr', false],
    [['ar'], ['en'], 'ar', true],
    [['zh-Hans', 'zh-Hant', 'en'], ['zh-Hant'], 'zh-Hant', false],
  ])('of %p, for %p, takes %p (fallback: %p)', (available, wanted, language, isFallback) => {
    expect(chooseLanguage(available, wanted)).toEqual({ language, isFallback });
  });

  it.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
    ['fa-AF', 'rtl'],
    ['ur', 'rtl'],
    ['fr', 'ltr'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});
