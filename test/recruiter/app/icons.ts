const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  search:
    'M7 2a5 5 0 1 0 3.1 8.9l3 3 1-1-3-3A5 5 0 0 0 7 2m0 1.5a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7',
  message:
    'M1.500 3h13v10h-13zm1.500 1.500v.4l5 3.200 5-3.200v-.4zm0 2.100v4.900h10V6.600L8 9.800z',
  more: 'M3 6.700a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600m5 0a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600m5 0a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600',
  save: 'M3.500 2h9v12L8 11.200 3.500 14zm1.500 1.500v7.800l3-1.900 3 1.900V3.500z',
  note: 'M2 2h12v8.500L10.500 14H2zm1.500 1.500v9h6V10h3V3.500z',
  close:
    'M3.500 2.400 8 6.900l4.500-4.500 1.100 1.100L9.100 8l4.500 4.500-1.100 1.100L8 9.100l-4.500 4.500-1.100-1.100L6.900 8 2.400 3.500z',
  hide: 'M8 3.500c3 0 5.500 2 7 4.500-1.500 2.500-4 4.500-7 4.500S2.500 10.500 1 8c1.500-2.500 4-4.500 7-4.500M8 5.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  people:
    'M5.500 3a2.300 2.300 0 1 0 0 4.600A2.300 2.300 0 0 0 5.500 3m5.500 1a1.900 1.900 0 1 0 0 3.800A1.900 1.900 0 0 0 11 4M1 13c0-2.500 1.800-4.200 4.500-4.200S10 10.500 10 13zm10.300 0c0-1.700-.6-3-1.600-4 .4-.1.800-.2 1.300-.2 2.300 0 4 1.500 4 4.200z',
  back: 'M10.500 2.500 5 8l5.500 5.500 1-1L7 8l4.500-4.500z',
  next: 'M5.500 2.500 11 8l-5.500 5.500-1-1L9 8 4.500 3.500z',
  insights: 'M2 13V8h2.500v5zm4.700 0V3h2.600v10zm4.800 0V6H14v7z',
  archive: 'M2 3h12v3h-1v7H3V6H2zm2.500 3v5.500h7V6z',
} as const;

/** A small drawing in the colour of the text; the control around it has the words. */
export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
