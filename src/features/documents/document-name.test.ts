import { describe, expect, it } from 'vitest';
import { cleanName } from './document-name.ts';

describe('the name of a document', () => {
  it.each([
    ['pasfoto.jpg', 'image/jpeg', 'pasfoto.jpg'],
    ['Pasfoto.JPEG', 'image/jpeg', 'Pasfoto.jpeg'],
    ['C:\\Users\\An\\huurcontract.pdf', 'application/pdf', 'huurcontract.pdf'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['.htaccess', 'image/png', 'htaccess.png'],
    ['', 'image/webp', 'document.webp'],
    ['rekening\u202egpj.exe', 'image/jpeg', 'rekeninggpj.exe.jpg'],
    ['a\r\nSet-Cookie: b.png', 'image/png', 'aSet-Cookie b.png'],
    ['<img src=x>.png', 'image/png', 'img src=x.png'],
    ['Reçu n° 4 — été.pdf', 'application/pdf', 'Reçu n° 4 — été.pdf'],
  ] as const)('%j of %s is %j', (given, type, name) => {
    expect(cleanName(given, type)).toBe(name);
  });

  it('tells no sensitive number', () => {
    expect(cleanName('85.07.30-033.28.pdf', 'application/pdf')).toBe('••.••.••-•••.••.pdf');
  });

  it('is not too long to be kept, and keeps its ending', () => {
    const name = cleanName(`${'😀'.repeat(200)}.pdf`, 'application/pdf');
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name).toMatch(/^(😀)+\.pdf$/u);
  });
});
