// What a person writes who follows the client's own first example.
import { google } from 'googleapis';
import '#functions/intake/index.ts';

google.sheets('v4');
