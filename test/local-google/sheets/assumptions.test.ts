/** The stand-in does what docs/google-assumptions.md says: its probes are tests of the stand-in too. */
import '../../verify-google/batches.test.ts';
import '../../verify-google/metadata.test.ts';
import '../../verify-google/protection.test.ts';
import '../../verify-google/tables.test.ts';
