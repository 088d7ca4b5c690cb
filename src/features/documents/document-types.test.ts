import { describe, expect, it } from 'vitest';
import { recogniseType } from './document-types.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const heic = (brand: string, others: string) =>
  bytes(`\0\0\0${String.fromCharCode(16 + others.length)}ftyp${brand}\0\0\0\0${others}`);

describe('the type of a file', () => {
  it.each([
    ['a paper', bytes('%PDF-1.7\n%\xe2\xe3'), 'application/pdf'],
    ['a photo', bytes('\xff\xd8\xff\xe1\x00\x10Exif'), 'image/jpeg'],
    ['a picture of a screen', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image/png'],
    ['a picture of the web', bytes('RIFF\x24\0\0\0WEBPVP8 '), 'image/webp'],
    ['a photo of an iPhone', heic('heic', 'mif1heic'), 'image/heic'],
    ['one that says so second', heic('mif1', 'mif1heic'), 'image/heic'],
  ])('is seen by its first bytes: %s', (_what, content, type) => {
    expect(recogniseType(content)).toBe(type);
  });

  it.each([
    ['a drawing that can run scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['a drawing behind its declaration', bytes('<?xml version="1.0"?><svg>')],
    ['a page', bytes('<!DOCTYPE html><script>alert(1)</script>')],
    ['a page with a paper in it', bytes('<html>%PDF-1.7')],
    ['a programme', bytes('MZ\x90\0')],
    ['an archive, as office papers are', bytes('PK\x03\x04')],
    ['a film', heic('isom', 'isommp42')],
    ['a picture in AV1', heic('avif', 'mif1avif')],
    ['sound in the same wrapping as a picture', bytes('RIFF\x24\0\0\0WAVEfmt ')],
    ['nothing', bytes('')],
  ])('is none that is taken: %s', (_what, content) => {
    expect(recogniseType(content)).toBeNull();
  });
});
