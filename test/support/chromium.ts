/** The Chromium that comes with the packages, so that no browser has to be installed. */
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

export async function launchChromium(): Promise<Browser> {
  const software = ['--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader'];
  const args = ['--no-sandbox', '--headless=shell', '--no-zygote', ...software];
  return chromium.launch({ executablePath: await packaged.executablePath(), args });
}
