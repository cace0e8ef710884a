package io.github.openstackjvm.testkit.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Bzip2StreamTest {
    /** What the bzip2 command makes of {@link #plain} with blocks of 100 kB. */
    private static final byte[] PACKED = Base64.getDecoder()
            .decode(
                    "QlpoMTFBWSZTWTUiNlwAAAH/////////////////////////////////////////////4Ae/eAgAfQADw9wAgC5L//VVQAAAAAAA"
                            + "AAAAAAAAAAAAAAA0AAaAANBoaNGjRoyDRoyaZHqYJiepiaeiegnqeif6Uf6qm/VQgjEwEwABMRiYAEwRkwEyYmjAABGRkwARgJgA"
                            + "AmnoCZqYABMA0Gg0AnoA0A0ANDQPUDQARJgAJgACYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADT1Sk9SAAAAAAAA0NAAAAA"
                            + "AAADEBoAAAAAAAAAAAAAAAAAAAAAABtVVT/8qnlT9Kn+lQ0yGmjJhDTIZNMmQ00wTEBoMIGEMjCYQMjCaMTAAIYAhowJkADCaGCa"
                            + "DTEYI0yNP1TCaMmAn6o36qb9SCKqn/qqn+lT/Sqf5UgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABoAAAAAAAAD+nYYBgjCghgICMwF"
                            + "wHAqYIEMBEUscHRJPJ5JkhkyZk8AAAAAAAAAAAAAAAAAAPnOAAAAczk8z55J8nkmSEmZMnDMMDmTJDJkzJwAAAAAAAAAAAAAAAAA"
                            + "AgAAAASB+YhiTD8yZIZMmZP6ckyXKckyZk8w/pJ5wAAAAAAAAAAAAAAAAADnOAAAAHM58zockzmdD0mc1LwY4PCAxvw0GNMOBjXD"
                            + "wY3YgDGYiDGzEgY24mDG/FAY0xUGNcWBjdi4MZjAMbMZBjbjQMb8bBjTHAY1x0GN2PAxmPgxsyAGNuQgxvyIGNMjBjXJAY3ZKDGZ"
                            + "MDGzJwY25QDG/KQY0yoGNcrBjdlgMZloMbMuBjbl4Mb8wBjTMQY1zIGN2ZgxmaAxszUGNubAxvzcGNM4BjXOQY3Z0DGZ2DGzPAY2"
                            + "56DG/PgY0z8GNdABjdoIMZoQMbNDBjbogMb9FBjTRgY10cGN2kAxmkgxs0oGNulgxv0wGNNNBjXTgY3aeDGagDGzUQY26kDG/UwY"
                            + "01QGNdVBjdqwMZq4MbNYBjbrIMb9aBjTWwY11wGN2ugxmvAxs18GNuwAsR+EkMUFtSGKJbkihcj8NIYbxEhiG3pDEy4JEcJtAMab"
                            + "SDGu1Axu2sGM2wGNm2gxt24GN+3gxpuAMa7iDG7cgYzcwY2boDG3dQY37sDGm7gxrvAMbt5BjN6BjZvYMbd8BjfvoMab8DGu/gxu"
                            + "4AGM4EGNnBAxt4MGN/CAxpwoMa8MDG7hwYziAY2cSDG3igY38WDGnGAxrxoMbuOBjOPBjZyAMbeRBjfyQMacmDGvKAxu5UGM5YGN"
                            + "nLgxt5gGN/MgxpzQMa82DG7nAYznQY2c8DG3nwY39ADGnQgxr0QMbujBjOkBjZ0oMbemBjf04MadQDGvUgxu6oGM6sGNnWAxt60G"
                            + "N/XAxp14Ma9gDG7sQYzsgY2dmDG3tAY39qDGnbAxr24Mbu4BjO5BjZ3QMbe7Bjf3gMad6DGvfAxu78GM8AGNnggxt8IGN/hgxp4g"
                            + "Ma+KDG7xgYzxwY2eQDG3yQY34UGNPKB8I2P4Q0NDeBdBbGrpqAHLycdEQT48OX0a2Vf9/tUk1JRD44DiM/V2wOY5P8G+DBQlbU0k"
                            + "+DmAUjFw34fXp1cPm1szCue5WT8zR1xYAzrysfD/16GtrOwrKmloZyalwUlHRUNBP728uri3CdQVuAcvT3aehnZYjGww9/eBre1C"
                            + "V9Z/aekoZ7+TUxK/qSj9QUL3+IZ09oLaFa+rp6InOzMoRj4uEHwL68urm3C2llY19bVi94DjGdHX3BAODf3t3cF7e1sivvGRX2Z/"
                            + "WJiIf6Q0LCQcF82TZvKqlkmP8wwwwwwwwwwwwwwpSlKUpSlKnz58//uPJ//IlobwbU2rCUs4oCgYStA5QMJZcc7hhKrjnlMJUUcg"
                            + "YS+gciYSvg5GwlOHHYS78chYS9UcmMJdaOTWEucHIGEtMORMJecORsJThx2ErYOQsJZgcmMJVwcmsJUocgYS045EwlfxyNhKcOOw"
                            + "lbRyFhL2ByYwl2A5NYSp45AwlqByJhLAjkbCU4cdhK3jkLCWaHJjCXZDk1hKojkDCWpHImEsIORsJThx2EvFHIWEs4OTGErIOTWE"
                            + "qoOQMJaociYSw45GwlOHHYSuw5CwlnhyYwlZRyawl1Q5Awl9I5EwlihyNhKIgKIWYgM8SmMNWXc70/c0BKekfWXothuR0FjiPxsD"
                            + "LEaOos5Y/m1M4fgdhZzyAHA0Q0HcWdM+JvjUEcPAs6wyOGa4jx5FjmQQ4m0PyegWOhCHMHAaj2LO+Qx0TfkgPgs8RDjkcUkR9Fjw"
                            + "RI5nKJIfxY9DM7p0CTIEWeoih2HI/QyFj4Rh5DtDYgxY/EaPQ6n7IYWQA0HsdxuRAsZEee4eSUGYshBqfAeyVIsWQ5IjIfT+EaLG"
                            + "ZJkKQIojhZGDYiSDGBqLGg3IsiCWJIWNSVGhFkuNhZJiiQI4QlBY3JYbEkf0ULFCH8JQmCXFiEwIS4sfUEEEEEEEEEEEEEEEEEEE"
                            + "EEEEEEEEEEEEEEEEEEEEEEEJCQkJCQkJCrCSn8glJShHSICWBIYlhSGKGoMaf+LuSKcKEgakRsuA");

    /** Runs of all bytes, some longer than a run can be, with other bytes in between. */
    private static byte[] plain() {
        byte[] plain = new byte[250_000];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (i % 977 < 970 ? i / 977 : (long) i * i % 7);
        }
        return plain;
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream in = new Bzip2Stream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    @Test
    void unpacksBlocksAndRuns() throws IOException {
        assertThat(unpacked(PACKED)).isEqualTo(plain());
        // Of nothing at all.
        assertThat(unpacked(Base64.getDecoder().decode("QlpoORdyRThQkAAAAAA="))).isEmpty();
    }

    @Test
    void seesWhatIsCutOffOrChanged() {
        for (int end = 0; end < PACKED.length - 4; end += 97) {
            byte[] part = Arrays.copyOf(PACKED, end);
            assertThatThrownBy(() -> unpacked(part)).isInstanceOf(IOException.class);
        }
        for (int i = 0; i < PACKED.length - 4; i += 53) {
            byte[] changed = PACKED.clone();
            changed[i] ^= 4;
            // A block of another level may be large enough as well.
            if (i != 3) {
                assertThatThrownBy(() -> unpacked(changed)).as("byte " + i).isInstanceOf(IOException.class);
            }
        }
    }
}
