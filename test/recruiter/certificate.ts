import { generate } from 'selfsigned';

/** A key and a certificate that live as long as the process and never touch the disk. */
export async function makeCertificate(host: string): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
