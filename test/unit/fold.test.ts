import { fold, searchTokens, words } from '../../shared/language/fold';

describe('folding, for search', () => {
  it.each([
    ['أحمد إبراهيم آل ٱلنور', 'احمد ابراهيم ال النور', 'every alef is the same'],
    ['مُهَاجِرُونَ', 'مهاجرون', 'diacritics go'],
    ['مدرسة', 'مدرسه', 'teh marbuta reads as heh'],
    ['مستشفى', 'مستشفي', 'alef maqsura reads as yeh'],
    ['حقـــوق', 'حقوق', 'tatweel goes'],
    ['شؤون هيئة', 'شوون هييه', 'hamza leaves its carrier'],
    ['٢٠٢٥ ۲۰۲۱', '2025 2021', 'digits are 0 to 9'],
    ['ﻻجئ', 'لاجي', 'presentation forms are letters again'],
    ['Tétouan ÉCOLE', 'tetouan ecole', 'Latin accents and capitals go'],
  ])('%s → %s: %s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('splits at everything that is neither letter nor digit', () => {
    expect(words('حقوق، المهاجرين (2025) – MC2CM/a1')).toEqual(['حقوق', 'المهاجرين', '2025', 'mc2cm', 'a1']);
  });

  it('finds a word with and without the article and what is written together with it', () => {
    for (const written of ['المهاجرين', 'والمهاجرين', 'بالمهاجرين', 'للمهاجرين', 'مهاجرين']) {
      expect(searchTokens([written])).toContain('مهاجرين');
    }
  });

  it('finds a word with and without a particle of one letter', () => {
    expect(searchTokens(['بصفاقس'])).toContain('صفاقس');
    expect(searchTokens(['وثقافية'])).toContain('ثقافيه');
    expect(searchTokens(['لزيادة'])).toContain('زياده');
    expect(searchTokens(['لكل'])).toEqual(['لكل']);
  });

  it('does not take words apart that only look as if they had an article', () => {
    expect(searchTokens(['إلى'])).toEqual(['الي']);
    expect(searchTokens(['بالتيمور'])).toContain('بالتيمور');
  });
});
